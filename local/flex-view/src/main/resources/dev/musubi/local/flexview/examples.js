// One example per component and property: the values to show side by side, and what carries them.

const IMAGE = './sample-tea.svg';
const WIDE = './sample-field.svg';
const TAP = {type: 'postback', label: 'Tap', data: 'tap'};
const LONG = 'Asagiri sencha from the first harvest, picked in the morning mist above the river';

const said = (name, value) => value === undefined ? {} : {[name]: value};
const text = (more = {}) => ({type: 'text', text: 'Sencha', ...more});
const box = (layout, contents, more = {}) => ({type: 'box', layout, contents, ...more});
const tile = (more = {}) => box('vertical', [text({size: 'xs', align: 'center'})], {backgroundColor: '#dcefe4', paddingAll: 'md', ...more});
const image = (more = {}) => ({type: 'image', url: IMAGE, size: 'xs', ...more});
const button = (more = {}) => ({type: 'button', style: 'primary', height: 'sm', action: {...TAP, label: 'Buy now'}, ...more});
const icon = (more = {}) => ({type: 'icon', url: IMAGE, ...more});
const bubble = (contents, more = {}) => ({type: 'bubble', size: 'micro', body: box('vertical', contents), ...more});
const row = (...contents) => bubble([box('horizontal', contents, {backgroundColor: '#f4f6f5', height: '70px'})]);
const line = (...contents) => bubble([box('baseline', contents)]);
const stage = child => bubble([box('vertical', [text({text: 'before', size: 'xs'}), child, text({text: 'after', size: 'xs'})], {height: '120px', backgroundColor: '#f4f6f5'})]);

const SPACES = ['none', 'sm', 'xxl', '30px'];
const FONTS = ['xxs', 'md', 'xl', '3xl', '26px'];

/** The properties that place any component, by the component that carries them. */
function placing(schema, of, inLine = false) {
  const within = child => inLine ? line(text({text: 'a', flex: 0}), child, text({text: 'b', flex: 0})) : stage(child);
  const offset = (name, value) => within(of({position: 'absolute', ...said(name, value)}));
  return [
    [schema, 'margin', SPACES, value => within(of(said('margin', value)))],
    [schema, 'position', ['relative', 'absolute'], value => within(of({position: value, offsetTop: '8px', offsetStart: '40px'}))],
    [schema, 'offsetTop', [undefined, '6px', '20px'], value => offset('offsetTop', value)],
    [schema, 'offsetBottom', ['0px', '6px', '20px'], value => offset('offsetBottom', value)],
    [schema, 'offsetStart', [undefined, '8px', '40%'], value => offset('offsetStart', value)],
    [schema, 'offsetEnd', ['0px', '8px', '20%'], value => offset('offsetEnd', value)],
  ];
}

function boxes() {
  const padded = name => [
    'FlexBox', name, SPACES, value => bubble([box('vertical', [tile()], {backgroundColor: '#e7e1d4', ...said(name, value)})])];
  return [
    ['FlexBox', 'layout', ['horizontal', 'vertical', 'baseline'], value => bubble([box(value, [text(), text({size: 'xl', text: 'Tea'})])])],
    ['FlexBox', 'flex', [1, 2, 4], value => row(tile({flex: 1}), tile({flex: value, backgroundColor: '#b9dcc8'}))],
    ['FlexBox', 'contents', [1, 3], value => bubble(Array.from({length: value}, () => tile()))],
    ['FlexBox', 'spacing', SPACES, value => bubble([box('vertical', [tile(), tile()], said('spacing', value))])],
    ['FlexBox', 'backgroundColor', ['#dcefe4', '#1f6f54', '#ff000055'], value => bubble([tile({backgroundColor: value})])],
    ['FlexBox', 'borderColor', ['#1f6f54', '#b3261e'], value => bubble([tile({borderColor: value, borderWidth: 'medium'})])],
    // "light" is half a pixel: only a dense screen tells it from "normal"
    ['FlexBox', 'borderWidth', ['none', 'normal', 'medium', 'semi-bold', 'bold'], value => bubble([tile({borderColor: '#1f6f54', borderWidth: value})])],
    ['FlexBox', 'cornerRadius', ['none', 'sm', 'xxl', '30px'], value => bubble([tile({cornerRadius: value})])],
    ['FlexBox', 'width', ['40px', '50%', '100%'], value => bubble([tile({width: value})])],
    ['FlexBox', 'maxWidth', ['50px', '60%', '200px'], value => bubble([tile({maxWidth: value})])],
    ['FlexBox', 'height', ['40px', '80px'], value => bubble([tile({height: value})])],
    ['FlexBox', 'maxHeight', ['24px', '80px'], value => bubble([tile({height: '70px', maxHeight: value})])],
    ...['paddingAll', 'paddingTop', 'paddingBottom', 'paddingStart', 'paddingEnd'].map(padded),
    ['FlexBox', 'action', [undefined, TAP], value => bubble([tile(said('action', value))])],
    ['FlexBox', 'justifyContent', ['flex-start', 'center', 'flex-end', 'space-between', 'space-around', 'space-evenly'], value => bubble([box('horizontal', [tile({flex: 0, width: '30px'}), tile({flex: 0, width: '30px'})], {justifyContent: value})])],
    ['FlexBox', 'alignItems', ['flex-start', 'center', 'flex-end'], value => bubble([box('horizontal', [tile({flex: 0, width: '40px'}), text({flex: 0, size: '3xl', text: 'Tea'})], {alignItems: value})])],
    ['FlexBox', 'background', [undefined, {type: 'linearGradient', angle: '90deg', startColor: '#ffffff', endColor: '#1f6f54'}], value => bubble([tile({height: '60px', ...said('background', value)})])],
    ...placing('FlexBox', more => tile({width: '60px', flex: 0, ...more})),
  ];
}

function gradients() {
  const filled = more => bubble([tile({height: '70px', background: {type: 'linearGradient', angle: '0deg', startColor: '#ffffff', endColor: '#1f6f54', ...more}})]);
  return [
    ['FlexBoxLinearGradient', 'angle', ['0deg', '45deg', '90deg'], value => filled({angle: value})],
    ['FlexBoxLinearGradient', 'startColor', ['#ffffff', '#ffd480'], value => filled({startColor: value})],
    ['FlexBoxLinearGradient', 'endColor', ['#1f6f54', '#7a2048'], value => filled({endColor: value})],
    ['FlexBoxLinearGradient', 'centerColor', [undefined, '#ffd480'], value => filled(said('centerColor', value))],
    ['FlexBoxLinearGradient', 'centerPosition', ['10%', '50%', '90%'], value => filled({centerColor: '#ffd480', centerPosition: value})],
  ];
}

function texts() {
  return [
    ['FlexText', 'flex', [0, 1, 3], value => row(text({flex: value}), tile({flex: 1}))],
    ['FlexText', 'text', ['Sencha', '煎茶 朝霧'], value => bubble([text({text: value})])],
    ['FlexText', 'size', FONTS, value => bubble([text({size: value})])],
    ['FlexText', 'align', ['start', 'center', 'end'], value => bubble([text({align: value})])],
    ['FlexText', 'gravity', ['top', 'center', 'bottom'], value => row(text({gravity: value}), tile())],
    ['FlexText', 'color', ['#111111', '#1f6f54', '#b3261e'], value => bubble([text({color: value})])],
    ['FlexText', 'weight', ['regular', 'bold'], value => bubble([text({weight: value})])],
    ['FlexText', 'style', ['normal', 'italic'], value => bubble([text({style: value})])],
    ['FlexText', 'decoration', ['none', 'underline', 'line-through'], value => bubble([text({decoration: value})])],
    ['FlexText', 'wrap', [false, true], value => bubble([text({text: LONG, wrap: value, size: 'sm'})])],
    ['FlexText', 'lineSpacing', [undefined, '4px', '14px'], value => bubble([text({text: LONG, wrap: true, size: 'xs', ...said('lineSpacing', value)})])],
    ['FlexText', 'action', [undefined, TAP], value => bubble([text(said('action', value))])],
    ['FlexText', 'maxLines', [1, 2, 3], value => bubble([text({text: LONG, wrap: true, size: 'sm', maxLines: value})])],
    ['FlexText', 'contents', [undefined, [{type: 'span', text: '¥1,980 '}, {type: 'span', text: 'tax included', size: 'xs'}]], value => bubble([text(said('contents', value))])],
    ['FlexText', 'adjustMode', [undefined, 'shrink-to-fit'], value => bubble([text({text: 'Gyokuro Shizuku, 100 g, gift box', ...said('adjustMode', value)})])],
    ['FlexText', 'scaling', [false, true], value => bubble([text({scaling: value})]), {fontScale: 1.5}],
    ...placing('FlexText', more => text({color: '#1f6f54', flex: 0, ...more})),
  ];
}

function spans() {
  const one = more => bubble([{type: 'text', contents: [{type: 'span', text: 'Tea '}, {type: 'span', text: 'today', ...more}]}]);
  return [
    ['FlexSpan', 'text', ['today', 'tomorrow'], value => one({text: value})],
    ['FlexSpan', 'size', FONTS, value => one({size: value})],
    ['FlexSpan', 'color', ['#111111', '#b3261e'], value => one({color: value})],
    ['FlexSpan', 'weight', ['regular', 'bold'], value => one({weight: value})],
    ['FlexSpan', 'style', ['normal', 'italic'], value => one({style: value})],
    ['FlexSpan', 'decoration', ['none', 'underline', 'line-through'], value => one({decoration: value})],
  ];
}

function buttons() {
  return [
    ['FlexButton', 'flex', [1, 3], value => row(button({flex: value}), tile({flex: 1}))],
    ['FlexButton', 'color', [undefined, '#1f6f54', '#7a2048'], value => bubble([button(said('color', value))])],
    ['FlexButton', 'style', ['primary', 'secondary', 'link'], value => bubble([button({style: value})])],
    ['FlexButton', 'action', [TAP, {type: 'uri', label: 'Open the shop', uri: 'https://example.com/'}], value => bubble([button({action: value})])],
    ['FlexButton', 'gravity', ['top', 'center', 'bottom'], value => row(button({gravity: value}), tile())],
    ['FlexButton', 'height', ['sm', 'md'], value => bubble([button({height: value})])],
    ['FlexButton', 'adjustMode', [undefined, 'shrink-to-fit'], value => bubble([button({action: {...TAP, label: 'Put it into the cart now'}, ...said('adjustMode', value)})])],
    ['FlexButton', 'scaling', [false, true], value => bubble([button({scaling: value})]), {fontScale: 1.5}],
    ...placing('FlexButton', more => button({flex: 0, ...more})),
  ];
}

function images() {
  return [
    ['FlexImage', 'url', [IMAGE, WIDE], value => bubble([image({url: value})])],
    ['FlexImage', 'flex', [1, 3], value => row(image({flex: value, size: 'full'}), tile({flex: 1}))],
    ['FlexImage', 'align', ['start', 'center', 'end'], value => bubble([image({align: value})])],
    ['FlexImage', 'gravity', ['top', 'center', 'bottom'], value => row(image({gravity: value, size: '30px'}), tile())],
    ['FlexImage', 'size', ['xxs', 'sm', 'lg', 'full', '50%', '90px'], value => bubble([image({size: value})])],
    ['FlexImage', 'aspectRatio', ['1:1', '20:13', '1:3'], value => bubble([image({aspectRatio: value, aspectMode: 'cover'})])],
    ['FlexImage', 'aspectMode', ['fit', 'cover'], value => bubble([image({url: WIDE, size: 'md', backgroundColor: '#e7e1d4', aspectMode: value})])],
    ['FlexImage', 'backgroundColor', [undefined, '#e7e1d4'], value => bubble([image({url: WIDE, size: 'md', ...said('backgroundColor', value)})])],
    ['FlexImage', 'action', [undefined, TAP], value => bubble([image(said('action', value))])],
    ['FlexImage', 'animated', [false, true], value => bubble([image({animated: value})])],
    ...placing('FlexImage', more => image({size: '30px', flex: 0, ...more})),
  ];
}

function others() {
  const filler = more => bubble([box('horizontal', [tile({flex: 0}), {type: 'filler', ...more}, tile({flex: 1})])]);
  const video = more => ({type: 'bubble', size: 'kilo', hero: {type: 'video', url: 'https://example.com/tea.mp4', previewUrl: WIDE, altContent: {type: 'image', url: IMAGE, size: 'full'}, aspectRatio: '20:13', ...more}});
  return [
    ['FlexIcon', 'url', [IMAGE, WIDE], value => line(icon({url: value}), text())],
    ['FlexIcon', 'size', FONTS, value => line(icon({size: value}), text())],
    ['FlexIcon', 'aspectRatio', ['1:1', '2:1', '3:1'], value => line(icon({aspectRatio: value}), text())],
    ['FlexIcon', 'scaling', [false, true], value => line(icon({scaling: value}), text()), {fontScale: 1.5}],
    ...placing('FlexIcon', icon, true),
    ['FlexSeparator', 'margin', SPACES, value => bubble([text(), {type: 'separator', margin: value}, text()])],
    ['FlexSeparator', 'color', [undefined, '#1f6f54', '#b3261e'], value => bubble([text(), {type: 'separator', margin: 'md', ...said('color', value)}, text()])],
    ['FlexFiller', 'flex', [1, 3], value => filler({flex: value})],
    ['FlexVideo', 'url', ['https://example.com/tea.mp4'], value => video({url: value})],
    ['FlexVideo', 'previewUrl', [WIDE, IMAGE], value => video({previewUrl: value})],
    ['FlexVideo', 'altContent', [{type: 'image', url: IMAGE, size: 'full'}, {type: 'image', url: WIDE, size: 'full', aspectRatio: '20:13'}], value => video({altContent: value}), {video: false}],
    ['FlexVideo', 'aspectRatio', ['20:13', '16:9', '1:1'], value => video({aspectRatio: value})],
    ['FlexVideo', 'action', [undefined, {type: 'uri', label: 'See the shop', uri: 'https://example.com/'}], value => video(said('action', value))],
  ];
}

function containers() {
  const whole = {header: box('vertical', [text({text: 'Header'})]), hero: image({size: 'full', aspectRatio: '20:13', aspectMode: 'cover'}), body: box('vertical', [text({text: 'Body'})]), footer: box('vertical', [button()])};
  const dressed = (name, style) => ({type: 'bubble', size: 'micro', ...whole, styles: {[name]: style}});
  const part = name => ['FlexBubble', name, [undefined, whole[name]], value => ({type: 'bubble', size: 'micro', ...(name === 'body' ? {hero: whole.hero} : {body: whole.body}), ...said(name, value)})];
  return [
    ['FlexBubble', 'size', ['nano', 'micro', 'deca', 'hecto', 'kilo', 'mega', 'giga'], value => bubble([text()], {size: value})],
    ['FlexBubble', 'direction', ['ltr', 'rtl'], value => bubble([box('horizontal', [text({flex: 0}), tile()])], {direction: value})],
    ...['header', 'hero', 'body', 'footer'].map(part),
    ['FlexBubble', 'styles', [undefined, {body: {backgroundColor: '#dcefe4'}}], value => bubble([text()], said('styles', value))],
    ['FlexBubble', 'action', [undefined, TAP], value => bubble([text()], said('action', value))],
    ...['header', 'hero', 'body', 'footer'].map(name => ['FlexBubbleStyles', name, [undefined, {backgroundColor: '#e7e1d4', separator: true, separatorColor: '#1f6f54'}], value => dressed(name, value)]),
    ['FlexBlockStyle', 'backgroundColor', ['#ffffff', '#dcefe4'], value => dressed('body', {backgroundColor: value})],
    ['FlexBlockStyle', 'separator', [false, true], value => dressed('body', {separator: value})],
    ['FlexBlockStyle', 'separatorColor', [undefined, '#b3261e'], value => dressed('body', {separator: true, ...said('separatorColor', value)})],
    ['FlexCarousel', 'contents', [1, 2, 3], value => ({type: 'carousel', contents: Array.from({length: value}, (_, at) => bubble([text({text: `Tea ${at + 1}`, wrap: true})]))})],
  ];
}

/** All examples: `of` makes the container for a value, `reader` is how the reader's device is set. */
export const EXAMPLES = [...containers(), ...boxes(), ...gradients(), ...texts(), ...spans(), ...buttons(), ...images(), ...others()]
  .map(([schema, property, values, of, reader = {}]) => ({schema, property, values, of, reader}));
